"use client";

import { useCallback, useMemo, useRef, useState } from "react";

/** The chosen rows: those named in `ids`, or all that match `query` but those named. */
type Chosen = { ids: ReadonlySet<string>; query: string | null };

const nothing: Chosen = { ids: new Set(), query: null };
// A list that is left and come back to still knows what was chosen in it.
const kept = new Map<string, Chosen>();

/**
 * Keeps the selected rows of a list. `place` identifies the list, `ids` are its loaded rows in order, and all of its rows match `query`.
 * Another query drops a selection of all.
 */
export function useSelection(place: string, ids: readonly string[], query = "") {
  const [stored, setStored] = useState<Chosen>(() => kept.get(place) ?? nothing);
  const isAll = stored.query === query;
  const chosen = stored.query === null || isAll ? stored : nothing;
  const lastTouched = useRef<string | null>(null);
  const rows = useRef({ ids, query });
  rows.current = { ids, query };

  const keep = useCallback(
    (next: Chosen) => {
      kept.set(place, next);
      setStored(next);
    },
    [place],
  );

  const select = useCallback(
    (id: string, isSelected: boolean, extend = false) => {
      const loaded = rows.current.ids;
      const from = extend && lastTouched.current ? loaded.indexOf(lastTouched.current) : -1;
      const to = loaded.indexOf(id);
      const touched = from < 0 ? [id] : loaded.slice(Math.min(from, to), Math.max(from, to) + 1);
      lastTouched.current = id;
      const before = kept.get(place) ?? nothing;
      const isOther = before.query !== null && before.query !== rows.current.query;
      const now = isOther ? nothing : before;
      const named = new Set(now.ids);
      // Of a selection of all the named rows are those that are left out.
      const isNamed = isSelected === (now.query === null);
      for (const row of touched) isNamed ? named.add(row) : named.delete(row);
      keep({ ids: named, query: now.query });
    },
    [place, keep],
  );

  const isChosen = (id: string) => chosen.ids.has(id) !== isAll;
  const visible = useMemo(
    () => ids.filter((id) => chosen.ids.has(id) !== isAll),
    [ids, chosen, isAll],
  );
  return {
    /** The loaded rows that are selected. */
    chosen: visible,
    /** True if all rows that match the query are selected, loaded or not, but those in `except`. */
    isAll,
    except: isAll ? [...chosen.ids] : [],
    isChosen,
    select,
    selectAll: () => keep({ ids: new Set(rows.current.ids), query: null }),
    selectMatching: () => keep({ ids: new Set(), query: rows.current.query }),
    clear: () => keep(nothing),
  };
}

export type Selection = ReturnType<typeof useSelection>;
