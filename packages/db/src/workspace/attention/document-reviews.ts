import { assured, integer, nullable, real, text } from "@besunny/sql/rows/column";
import { rawRows } from "../../raw-rows";
import type { Scope } from "../../scope";
import type { Tx } from "../tx";

const queue = rawRows({ id: text, sureness: assured(real) });
const disputes = rawRows({
  documentId: text,
  champion: nullable(text),
  challenger: nullable(text),
});
const amounts = rawRows({ count: assured(integer) });
const paces = rawRows({ seconds: nullable(real), decisions: assured(integer) });

/** Keeps only documents in no project, in one of `in`, or in an open project that is not in `notIn`. Null means all. */
type Changeable = { in: readonly string[]; notIn: readonly string[] } | null;

/**
 * The documents to review: nobody has said their type, and it is missing or less sure than `below`. With `isDisputed` they are those of which a
 * shadow that runs says another type than the release that decides.
 */
export type ToReview = { below: number; isDisputed?: boolean; changeable: Changeable };

/** Finds the documents whose type a person has to look at. */
export function documentReviewRepository(tx: Tx, { workspaceId, principals }: Scope) {
  const given = ({ below, isDisputed = false, changeable }: ToReview) => ({
    below,
    isDisputed,
    isAll: changeable === null,
    held: [...(changeable?.in ?? [])],
    readOnly: [...(changeable?.notIn ?? [])],
    seen: [...principals],
  });

  return {
    /** Lists the ids of the documents to review with how sure the best guess is, the least sure first. */
    list: async (wanted: ToReview, limit: number): Promise<{ id: string; sureness: number }[]> => {
      const { below, isDisputed, isAll, held, readOnly, seen } = given(wanted);
      return queue(tx)`
        select d.id, coalesce(d.type_confidence, guess.sureness, 0)::double precision as sureness
          from documents d
          left join lateral (
            select (r.candidates -> 0 ->> 'confidence')::double precision as sureness from classification_results r
             where r.document_id = d.id order by r.created_at desc, r.id desc limit 1) guess on true
         where d.workspace_id = ${workspaceId} and d.access && ${seen}::text[] and d.trashed_at is null
           and d.status in ('ready', 'needs_review') and not d.is_type_corrected
           and case when ${isDisputed}::boolean
                 then exists (select 1 from shadow_results s join experiments e on e.id = s.experiment_id
                               where s.document_id = d.id and e.state = 'running' and s.failure is null
                                 and s.champion_type is distinct from s.challenger_type)
                 else d.type is null or d.type_confidence < ${below}::double precision end
           and (${isAll}::boolean
                or not exists (select 1 from document_projects f where f.document_id = d.id)
                or exists (select 1 from document_projects f join projects p on p.id = f.project_id
                            where f.document_id = d.id
                              and (f.project_id = any(${held}::text[])
                                   or (not p.is_restricted and f.project_id <> all(${readOnly}::text[])))))
         order by sureness, d.id limit ${limit}`;
    },

    /** Returns the types that the releases of the running shadow say of these documents. */
    disputesOf: async (documentIds: readonly string[]) => {
      const rows = await disputes(tx)`
        select s.document_id as "documentId", s.champion_type as champion, s.challenger_type as challenger
          from shadow_results s join experiments e on e.id = s.experiment_id
         where s.workspace_id = ${workspaceId} and s.document_id = any(${[...documentIds]}::text[])
           and e.state = 'running' and s.failure is null and s.champion_type is distinct from s.challenger_type`;
      return new Map(rows.map(({ documentId, ...types }) => [documentId, types]));
    },

    /** Counts the documents to review. */
    count: async (wanted: ToReview): Promise<number> => {
      const { below, isDisputed, isAll, held, readOnly, seen } = given(wanted);
      const [row] = await amounts(tx)`
        select count(*)::integer as count
          from documents d
         where d.workspace_id = ${workspaceId} and d.access && ${seen}::text[] and d.trashed_at is null
           and d.status in ('ready', 'needs_review') and not d.is_type_corrected
           and case when ${isDisputed}::boolean
                 then exists (select 1 from shadow_results s join experiments e on e.id = s.experiment_id
                               where s.document_id = d.id and e.state = 'running' and s.failure is null
                                 and s.champion_type is distinct from s.challenger_type)
                 else d.type is null or d.type_confidence < ${below}::double precision end
           and (${isAll}::boolean
                or not exists (select 1 from document_projects f where f.document_id = d.id)
                or exists (select 1 from document_projects f join projects p on p.id = f.project_id
                            where f.document_id = d.id
                              and (f.project_id = any(${held}::text[])
                                   or (not p.is_restricted and f.project_id <> all(${readOnly}::text[])))))`;
      return row?.count ?? 0;
    },

    /**
     * Returns the median time between two decisions of a person about types since a moment, in seconds, and how many were measured. A gap
     * of more than five minutes is a pause; decisions of the same second were made together.
     */
    pace: async (
      personId: string,
      since: Date,
    ): Promise<{ seconds: number | null; decisions: number }> => {
      const [row] = await paces(tx)`
        select percentile_cont(0.5) within group (order by gap) as seconds, count(*)::integer as decisions
          from (select extract(epoch from created_at - lag(created_at) over (order by created_at))::double precision as gap
                  from labels
                 where workspace_id = ${workspaceId} and by_id = ${personId} and field = 'type' and created_at >= ${since}) gaps
         where gap between 1 and 300`;
      return row ?? { seconds: null, decisions: 0 };
    },
  };
}
