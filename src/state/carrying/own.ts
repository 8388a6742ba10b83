// In place of what reads another space's profile, in a page that carries its space: nothing calls it there.
export const otherProfile = (): Promise<never> =>
  Promise.reject(new TypeError("This page carries one space and can open no other."));
