"use client";

import { useCallback, useMemo, useRef, useState } from "react";

// A list that is left and come back to still knows what was chosen in it.
const kept = new Map<string, ReadonlySet<string>>();

/** Keeps the selected rows of a list. `place` identifies the list, `ids` are its rows in order. */
export function useSelection(place: string, ids: readonly string[]) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => kept.get(place) ?? new Set());
  const lastTouched = useRef<string | null>(null);
  const rows = useRef(ids);
  rows.current = ids;

  const keep = useCallback(
    (next: ReadonlySet<string>) => {
      kept.set(place, next);
      setChosen(next);
    },
    [place],
  );

  const select = useCallback(
    (id: string, isSelected: boolean, extend = false) => {
      const from = extend && lastTouched.current ? rows.current.indexOf(lastTouched.current) : -1;
      const to = rows.current.indexOf(id);
      const touched =
        from < 0 ? [id] : rows.current.slice(Math.min(from, to), Math.max(from, to) + 1);
      lastTouched.current = id;
      setChosen((before) => {
        const next = new Set(before);
        for (const row of touched) isSelected ? next.add(row) : next.delete(row);
        kept.set(place, next);
        return next;
      });
    },
    [place],
  );

  const visible = useMemo(() => ids.filter((id) => chosen.has(id)), [ids, chosen]);
  return {
    chosen: visible,
    isChosen: (id: string) => chosen.has(id),
    select,
    selectAll: () => keep(new Set(rows.current)),
    clear: () => keep(new Set()),
  };
}
