/** Puts the focus on the row of a part of the editor once it is on the screen. */
export function focusLater(row: string): void {
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      const found = document.querySelector<HTMLElement>(`[data-row="${CSS.escape(row)}"]`);
      found?.focus();
      found?.scrollIntoView({ block: "nearest" });
    }),
  );
}
