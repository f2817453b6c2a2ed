import { Link } from "@besunny/web-kit/link";

import { documentHref } from "~/documents/filters";

/** A document by its id, which is all that admins see of it. */
export function DocumentLink({ id }: { id: string }) {
  return (
    <Link href={documentHref(id)} className="font-mono text-xs underline underline-offset-2">
      {id}
    </Link>
  );
}
