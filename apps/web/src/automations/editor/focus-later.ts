/** Puts the focus on the row of a part of the editor once it is on the screen. A field in which a person writes by then keeps it. */
export function focusLater(row: string): void {
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      if (document.activeElement?.matches("input, textarea")) return;
      const found = document.querySelector<HTMLElement>(`[data-row="${CSS.escape(row)}"]`);
      found?.focus();
      found?.scrollIntoView({ block: "nearest" });
    }),
  );
}
