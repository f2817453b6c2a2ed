import { Link } from "@besunny/web-kit/link";

import { toggled } from "~/queries/edit-query";

/** The tags of a document. Each leads to the documents that carry it. */
export function TagList({ tags }: { tags: readonly { id: string; name: string }[] }) {
  return (
    <ul className="flex flex-wrap gap-1.5">
      {tags.map(({ id, name }) => (
        <li key={id}>
          <Link
            href={`/library?q=${encodeURIComponent(toggled("", "tag", name))}`}
            className="block max-w-48 truncate rounded-sm border border-n6 px-1.5 text-sm transition-colors hover:bg-n4"
          >
            <bdi>{name}</bdi>
          </Link>
        </li>
      ))}
    </ul>
  );
}
