"use client";

import { Button } from "@besunny/ui/buttons/button";
import { useTranslations } from "next-intl";

const samples = ["sample1", "sample2", "sample3"] as const;

/** Something to try on an empty screen. */
export function Suggestions({ onChoose }: { onChoose: (query: string) => void }) {
  const t = useTranslations("search");

  return (
    <span className="mt-5 flex flex-wrap justify-center gap-2">
      {samples.map((sample) => (
        <Button key={sample} size="sm" onClick={() => onChoose(t(sample))}>
          {t(sample)}
        </Button>
      ))}
    </span>
  );
}
