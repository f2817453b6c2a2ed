"use client";

import { Button } from "@besunny/ui/buttons/button";
import { EmptyState } from "@besunny/ui/feedback/empty-state";
import { Link } from "@besunny/web-kit/link";
import { CalendarPlus, MessagesSquare } from "lucide-react";
import { useTranslations } from "next-intl";

import { useTray } from "~/upload/tray-context";
import { UploadButton } from "~/upload/upload-button";

/** Says how a meeting comes here: from a transcript that is dropped in, or from a calendar. */
export function NoMeetings() {
  const t = useTranslations("meetings");
  const { mayUpload } = useTray();

  return (
    <EmptyState
      icon={<MessagesSquare aria-hidden />}
      title={t("empty")}
      actions={
        mayUpload && (
          <>
            <UploadButton />
            <Button asChild>
              <Link href="/sources/add">
                <CalendarPlus aria-hidden />
                {t("connectCalendar")}
              </Link>
            </Button>
          </>
        )
      }
    >
      <p>{t(mayUpload ? "emptyHint" : "emptyViewer")}</p>
      {mayUpload && <p className="mt-2 text-sm">{t("emptyFormats")}</p>}
    </EmptyState>
  );
}
