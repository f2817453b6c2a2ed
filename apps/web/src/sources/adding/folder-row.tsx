"use client";

import { IconButton } from "@besunny/ui/buttons/icon-button";
import { Check, ChevronDown, ChevronRight, Folder } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";

import type { Root } from "./choice";
import { Folders, type TreeProps } from "./folder-tree";

/** One folder: chosen by its name, opened by its arrow. */
export function FolderRow({
  root,
  showsPath,
  ...props
}: TreeProps & { root: Root; showsPath: boolean }) {
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
