// In place of what a page that carries its space does without: the ways to open another one, and the ways to hand it on.
const nothing = () => null;

export const Gate = nothing;
export const OpenDataButton = nothing;
export const SheetButton = nothing;
export const Sheets = nothing;
export const Story = nothing;
export const StoryButton = nothing;
export function focusStoryButton(): void {}
