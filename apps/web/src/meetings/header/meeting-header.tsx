"use client";

import { Button } from "@besunny/ui/buttons/button";
import { IconButton } from "@besunny/ui/buttons/icon-button";
import { Menu, MenuItem } from "@besunny/ui/overlays/menu";
import { Link } from "@besunny/web-kit/link";
import { Ellipsis, FileText, Link2, Pencil, Users } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";

import { useNames } from "~/i18n/use-names";
import { PageHeader } from "~/shell/page-header";
import type { Meeting } from "../meeting";
import { SpeakersDialog } from "../speakers/speakers-dialog";
import { useMeetingWords } from "../use-meeting-words";
import { EditMeeting } from "./edit-meeting";
import { JoinDialog } from "./join-dialog";
import { JoinedParts } from "./joined-parts";

type Opened = "speakers" | "edit" | "join" | null;

/** The title of a meeting, when it was, and the ways to change what is known of it. */
export function MeetingHeader({ meeting }: { meeting: Meeting }) {
  const t = useTranslations("meetings");
  const router = useRouter();
  const { languageName } = useNames();
  const { whenOf, lengthOf } = useMeetingWords();
  const [opened, setOpened] = useState<Opened>(null);
  const { title, seconds, language, mayChange, documentId, beganBy, speakers } = meeting;
  const close = () => setOpened(null);

  return (
    <>
      <PageHeader
        trail={[{ href: "/meetings", name: t("title") }]}
        title={<bdi>{title}</bdi>}
        isSearchHidden
        actions={
          <>
            <Button icon={<Users aria-hidden />} onClick={() => setOpened("speakers")}>
              <span className="max-sm:sr-only">
                {t("speakerCount", { count: speakers.length })}
              </span>
            </Button>
            <Button asChild className="max-sm:hidden">
              <Link href={`/documents/${documentId}`}>
                <FileText aria-hidden />
                {t("document")}
              </Link>
            </Button>
            <Menu align="end" trigger={<IconButton label={t("menu")} icon={<Ellipsis />} />}>
              <MenuItem
                icon={<FileText />}
                onSelect={() => router.push(`/documents/${documentId}`)}
              >
                {t("openDocument")}
              </MenuItem>
              {mayChange && (
                <>
                  <MenuItem icon={<Pencil />} onSelect={() => setOpened("edit")}>
                    {t("editMeeting")}
                  </MenuItem>
                  <MenuItem icon={<Link2 />} onSelect={() => setOpened("join")}>
                    {t("join")}
                  </MenuItem>
                </>
              )}
            </Menu>
          </>
        }
      />
      <div className="shrink-0 border-b px-4 py-1.5 text-n11 text-sm">
        <p className="flex flex-wrap gap-x-1.5 tabular-nums">
          <span>{whenOf(meeting)}</span>
          {beganBy && <span>({t(`beganBy_${beganBy}`)})</span>}
          {seconds !== null && <span>· {lengthOf(seconds)}</span>}
          {language && <span>· {languageName(language)}</span>}
        </p>
        <JoinedParts meeting={meeting} />
      </div>
      {opened === "speakers" && <SpeakersDialog meeting={meeting} onClose={close} />}
      {opened === "edit" && <EditMeeting meeting={meeting} onClose={close} />}
      {opened === "join" && <JoinDialog meeting={meeting} onClose={close} />}
    </>
  );
}
