// In place of what opens data of a user's own, in a page that carries its space: nothing calls it there.
const none = (): Promise<never> => Promise.reject(new TypeError("This page carries one space and can open no other."));

export const inspectInput = none;
export const openInput = none;
export const keptSpaces = none;
export const removeKept = none;
export const embedTexts = none;
export const otherProfile = none;
