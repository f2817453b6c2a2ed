"use client";

import type { SourceKind } from "@besunny/api/browser/vocabulary";
import { Button } from "@besunny/ui/buttons/button";
import { IconButton } from "@besunny/ui/buttons/icon-button";
import { Skeleton } from "@besunny/ui/feedback/skeleton";
import { Input } from "@besunny/ui/fields/input";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { ProblemState } from "@besunny/web-kit/trpc/problem-state";
import { useQuery } from "@tanstack/react-query";
import { Check, ChevronDown, ChevronRight, Folder } from "lucide-react";
import { useTranslations } from "next-intl";
import { useDeferredValue, useState } from "react";

import type { ChosenRoot, Root } from "./choice";

type TreeProps = {
  connectionId: string;
  kind: SourceKind;
  chosen: ChosenRoot | null;
  onChoose: (root: Root) => void;
};

const SHOWN = 100;

/** The folders of an account. What is in one is read when it is opened, and a search asks the provider. */
export function FolderTree(props: TreeProps) {
  const t = useTranslations("addSource");
  const [words, setWords] = useState("");
  const query = useDeferredValue(words.trim());

  return (
    <div className="flex flex-col gap-2">
      <Input
        type="search"
        aria-label={t("searchFolders")}
        placeholder={t("searchFolders")}
        value={words}
        onChange={(event) => setWords(event.target.value)}
        dir="auto"
        maxLength={200}
      />
      <div className="max-h-96 overflow-y-auto rounded-md border border-n6 p-1">
        <Folders {...props} within={null} query={query.length > 1 ? query : null} />
      </div>
    </div>
  );
}

/** The folders in one folder, or those that a search finds. Of very many, a hundred at a time are drawn. */
function Folders({
  within,
  query,
  ...props
}: TreeProps & { within: Root["ref"] | null; query: string | null }) {
  const t = useTranslations("addSource");
  const trpc = useTRPC();
  const { connectionId, kind } = props;
  const [shown, setShown] = useState(SHOWN);
  const folders = useQuery(
    trpc.sources.roots.queryOptions(
      { connectionId, kind, within, ...(query !== null && { query }) },
      { staleTime: 60_000, retry: false },
    ),
  );

  if (folders.isPending)
    return (
      <div role="status" aria-label={t("loadingFolders")} className="flex flex-col gap-2 p-2">
        <Skeleton className="w-40" />
        <Skeleton className="w-56 max-w-full" />
      </div>
    );
  if (folders.error)
    return <ProblemState compact error={folders.error} onRetry={() => void folders.refetch()} />;
  const { items } = folders.data;
  if (items.length === 0)
    return (
      <p className="p-2 text-n11 text-sm">{t(query === null ? "noFolders" : "noFoldersFit")}</p>
    );
  return (
    <ul aria-label={within === null ? t("tree") : undefined}>
      {items.slice(0, shown).map((root) => (
        <FolderRow key={root.key} root={root} showsPath={query !== null} {...props} />
      ))}
      {items.length > shown && (
        <li>
          <Button size="sm" variant="ghost" onClick={() => setShown(shown + SHOWN)}>
            {t("moreFolders")}
          </Button>
        </li>
      )}
    </ul>
  );
}

/** One folder: chosen by its name, opened by its arrow. */
function FolderRow({ root, showsPath, ...props }: TreeProps & { root: Root; showsPath: boolean }) {
  const t = useTranslations("addSource");
  const [isOpen, setOpen] = useState(false);
  const { name, path, hasChildren, isChoosable } = root;
  const isChosen = JSON.stringify(props.chosen?.ref) === JSON.stringify(root.ref);
  const Arrow = isOpen ? ChevronDown : ChevronRight;

  return (
    <li>
      <div className="flex min-h-9 items-center gap-1">
        {hasChildren ? (
          <IconButton
            label={t(isOpen ? "closeFolder" : "openFolder", { name })}
            aria-expanded={isOpen}
            icon={<Arrow />}
            onClick={() => setOpen(!isOpen)}
          />
        ) : (
          <span className="w-8 shrink-0" />
        )}
        <button
          type="button"
          aria-pressed={isChoosable ? isChosen : undefined}
          onClick={() => (isChoosable ? props.onChoose(root) : setOpen(!isOpen))}
          className="flex h-8 min-w-0 flex-1 items-center gap-2 rounded-md px-2 text-left transition-colors hover:bg-n4 aria-pressed:bg-n5 aria-pressed:font-medium coarse:h-10"
        >
          <Folder aria-hidden className="size-4 shrink-0 text-n10" />
          <span className="min-w-0 truncate">
            <bdi>{name}</bdi>
            {showsPath && path.length > 0 && (
              <span className="text-n11 text-sm">
                {" "}
                <bdi>{path.join(" / ")}</bdi>
              </span>
            )}
          </span>
          {isChosen && <Check aria-hidden className="ml-auto size-4 shrink-0" />}
        </button>
      </div>
      {isOpen && (
        <div className="ml-4 border-n5 border-l pl-1">
          <Folders {...props} within={root.ref} query={null} />
        </div>
      )}
    </li>
  );
}
