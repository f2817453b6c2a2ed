"use client";

import { Badge } from "@besunny/ui/display/badge";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { PageHeader } from "~/shell/page-header";
import { useTabTitle } from "~/shell/use-tab-title";

import { ShareDialog } from "../threads/share-dialog";
import { ThreadMenu } from "../threads/thread-menu";
import { ThreadTitle } from "../threads/thread-title";
import { ThreadsButton } from "../threads/threads-button";
import type { useThreadVerbs } from "../threads/use-thread-verbs";
import type { Thread } from "./thread";

/** The title of a conversation, whether it is shared, and what its owner can do with it. */
export function ThreadHeader({
  thread,
  verbs,
}: {
  thread: Thread;
  verbs: ReturnType<typeof useThreadVerbs>;
}) {
  const t = useTranslations("ask");
  const [isRenaming, setIsRenaming] = useState(false);
  const [isSharing, setIsSharing] = useState(false);
  const title = thread.title ?? t(thread.isMine ? "newThread" : "untitled");
  useTabTitle(title, t("title"));

  return (
    <>
      <PageHeader
        title={
          <ThreadTitle
            title={title}
            isEditing={isRenaming}
            onEnd={(next) => {
              setIsRenaming(false);
              if (next && next !== title) verbs.rename(next);
            }}
          />
        }
        actions={
          <>
            {thread.isShared && (
              <Badge>{thread.isMine ? t("isShared") : t("by", { name: thread.owner.name })}</Badge>
            )}
            <ThreadsButton />
            {thread.isMine && (
              <ThreadMenu
                onRename={() => setIsRenaming(true)}
                onShare={() => setIsSharing(true)}
                onDelete={verbs.remove}
              />
            )}
          </>
        }
      />
      <ShareDialog
        open={isSharing}
        onOpenChange={setIsSharing}
        isShared={thread.isShared}
        onShare={(isShared) => void verbs.share(isShared).catch(() => undefined)}
      />
    </>
  );
}
