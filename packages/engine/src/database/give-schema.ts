import { text } from "@besunny/sql/rows/column";
import { statement } from "@besunny/sql/rows/statement";
import type { ClientBase } from "pg";

import { sqlOn } from "./database";

/**
 * Makes a role the owner of a schema and of everything in it. Owning rather than being granted, because graphile-worker's tables
 * carry row-level security without policies: only an owner passes.
 */
export async function giveSchema(client: ClientBase, schema: string, role: string): Promise<void> {
  for (const { change } of await sqlOn(client).rows(listChanges, [schema, role]))
    await client.query(change);
}

const listChanges = statement(
  `select format('alter schema %I owner to %I', $1::text, $2::text) as change
     union all
     select format('alter table %s owner to %I', c.oid::regclass, $2::text)
       from pg_class c where c.relnamespace = $1::regnamespace and c.relkind in ('r', 'v', 'p')
     union all
     select format('alter sequence %s owner to %I', c.oid::regclass, $2::text)
       from pg_class c
      where c.relnamespace = $1::regnamespace and c.relkind = 'S'
        and not exists (select 1 from pg_depend d where d.objid = c.oid and d.deptype in ('a', 'i'))
     union all
     select format('alter routine %s owner to %I', p.oid::regprocedure, $2::text)
       from pg_proc p where p.pronamespace = $1::regnamespace
     union all
     select format('alter type %s owner to %I', t.oid::regtype, $2::text)
       from pg_type t join pg_class c on c.oid = t.typrelid
      where t.typnamespace = $1::regnamespace and c.relkind = 'c'`,
  { change: text },
);
