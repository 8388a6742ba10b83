/** Resolves when something of the page can be seen: in a frame, when the page around it has been scrolled to it. */
export function whenVisible(): Promise<void> {
  return new Promise((resolve) => {
    const observer = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      resolve();
    });
    observer.observe(document.documentElement);
  });
}
