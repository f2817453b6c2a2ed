/** Moves the focus from row to row of a list whose links or buttons carry `data-row`; `step` 1 is down, -1 up. */
export function moveRow(step: 1 | -1): void {
  const rows = rowLinks();
  const now = focusedRow();
  const next = rows[now < 0 ? (step > 0 ? 0 : rows.length - 1) : now + step];
  next?.focus();
  next?.scrollIntoView({ block: "nearest" });
}

/** The position of the row that has the focus, or -1. */
export function focusedRow(): number {
  const focused = document.activeElement;
  return focused instanceof HTMLElement ? rowLinks().indexOf(focused) : -1;
}

/** Returns the id of the document whose row has the focus, from its `data-row`; null if none has it. */
export function focusedRowId(): string | null {
  const focused = document.activeElement;
  return focused instanceof HTMLElement ? (focused.dataset.row ?? null) : null;
}

/** Puts the focus on the row of this id, once what was there instead has gone from the screen. */
export function focusRowSoon(id: string): void {
  requestAnimationFrame(() =>
    rowLinks()
      .find(({ dataset }) => dataset.row === id)
      ?.focus(),
  );
}

function rowLinks(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>("[data-row]")];
}
