"use client";

import { Button } from "@besunny/ui/buttons/button";
import { IconButton } from "@besunny/ui/buttons/icon-button";
import { Dialog } from "@besunny/ui/overlays/dialog";
import { Menu, MenuItem } from "@besunny/ui/overlays/menu";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useMutation } from "@tanstack/react-query";
import { Ellipsis, History, Power, RotateCcw, SlidersHorizontal } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";

import { ChangeFlag } from "./change-flag";
import type { Flag, FlagWorkspaces } from "./flag";
import { FlagHistory } from "./flag-history";
import { useFlagChange } from "./use-flag-change";

/** Turns a feature off everywhere after a question; the menu changes who has it and shows the changes. */
export function FlagActions({ flag, workspaces }: { flag: Flag; workspaces: FlagWorkspaces }) {
  const t = useTranslations("flags");
  const trpc = useTRPC();
  const changed = useFlagChange();
  const [shown, setShown] = useState<"kill" | "change" | "history" | null>(null);
  const { key, title, isKilled } = flag;
  const close = (open: boolean) => setShown(open ? shown : null);
  const kill = useMutation(
    trpc.admin.flags.kill.mutationOptions(changed(t("killedNow", { title }))),
  );
  const revive = useMutation(
    trpc.admin.flags.revive.mutationOptions(changed(t("revivedNow", { title }))),
  );

  return (
    <div className="flex flex-wrap gap-2">
      {isKilled ? (
        <Button
          size="sm"
          icon={<RotateCcw />}
          loading={revive.isPending}
          onClick={() => revive.mutate({ key })}
        >
          {t("revive")}
        </Button>
      ) : (
        <Button
          size="sm"
          icon={<Power />}
          loading={kill.isPending}
          onClick={() => setShown("kill")}
        >
          {t("kill")}
        </Button>
      )}
      <Menu align="end" trigger={<IconButton label={t("more", { title })} icon={<Ellipsis />} />}>
        <MenuItem icon={<SlidersHorizontal />} onSelect={() => setShown("change")}>
          {t("change")}
        </MenuItem>
        <MenuItem icon={<History />} onSelect={() => setShown("history")}>
          {t("history")}
        </MenuItem>
      </Menu>
      <Dialog
        open={shown === "kill"}
        onOpenChange={close}
        title={t("killTitle", { title })}
        description={flag.description}
        closeLabel={t("close")}
        actions={
          <>
            <Button variant="ghost" onClick={() => setShown(null)}>
              {t("cancel")}
            </Button>
            <Button
              variant="danger"
              onClick={() => {
                setShown(null);
                kill.mutate({ key });
              }}
            >
              {t("kill")}
            </Button>
          </>
        }
      >
        <p className="text-n11 text-sm">{t("killHint")}</p>
      </Dialog>
      {shown === "change" && (
        <ChangeFlag flag={flag} workspaces={workspaces} onOpenChange={close} />
      )}
      {shown === "history" && <FlagHistory flag={flag} onOpenChange={close} />}
    </div>
  );
}
