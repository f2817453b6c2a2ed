"use client";

import { IconButton } from "@besunny/ui/buttons/icon-button";
import { ChevronDown, ChevronUp } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";

import { useNeighbours } from "../use-neighbours";

/** The document before and after this one, in the list that someone came from. */
export function NeighbourLinks({ id }: { id: string }) {
  const t = useTranslations("viewer");
  const router = useRouter();
  const { previous, next } = useNeighbours(id);

  return (
    <span className="hidden items-center md:flex">
      <IconButton
        label={t("previousDocument")}
        shortcut="k"
        icon={<ChevronUp />}
        disabled={!previous}
        onClick={() => previous && router.push(`/documents/${previous}`)}
      />
      <IconButton
        label={t("nextDocument")}
        shortcut="j"
        icon={<ChevronDown />}
        disabled={!next}
        onClick={() => next && router.push(`/documents/${next}`)}
      />
    </span>
  );
}
