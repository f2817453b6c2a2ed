"use client";

import { Dialog } from "@besunny/ui/overlays/dialog";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";

import type { Meeting } from "../meeting";
import { talkShares } from "../talk-shares";
import { SpeakerForm } from "./speaker-form";

/** The speakers and their share of the talk. Each can be named, said to be a member, or said to be the same person as another. */
export function SpeakersDialog({ meeting, onClose }: { meeting: Meeting; onClose: () => void }) {
  const t = useTranslations("meetings");
  const trpc = useTRPC();
  const members = useQuery(trpc.members.list.queryOptions({})).data?.items ?? [];
  const voices = talkShares(meeting.speakers);

  return (
    <Dialog
      open
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t("speakers")}
      description={t(meeting.mayChange ? "speakersHint" : "speakersReadOnly")}
      closeLabel={t("close")}
      className="w-[min(44rem,calc(100vw-2rem))]"
    >
      {voices.length === 0 && <p className="text-n11">{t("nobodyNamed")}</p>}
      <ul>
        {voices.map(({ speaker, share }) => (
          <SpeakerForm
            key={`${speaker.number} ${speaker.name}`}
            meeting={meeting}
            speaker={speaker}
            share={share}
            members={members}
          />
        ))}
      </ul>
    </Dialog>
  );
}
