"use client";

import { Button } from "@besunny/ui/buttons/button";
import { Select } from "@besunny/ui/fields/select";
import { Popover } from "@besunny/ui/overlays/popover";
import { ListChecks } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";

import { acceptable, type ToReview } from "./to-review";

const levels = ["0.9", "0.8", "0.7", "0.6", "0.5", "0.4"];
const most = 200;

/** Accepts the best guess of every document on the list that is sure enough, after saying how many these are. */
export function BatchAccept({
  items,
  onAccept,
}: {
  items: readonly ToReview[];
  onAccept: (chosen: { id: string; type: string }[]) => void;
}) {
  const t = useTranslations("review");
  const [level, setLevel] = useState("0.6");
  const [isOpen, setIsOpen] = useState(false);
  const chosen = acceptable(items, Number(level)).slice(0, most);
  if (items.length === 0) return null;

  return (
    <Popover
      open={isOpen}
      onOpenChange={setIsOpen}
      label={t("batch")}
      trigger={<Button icon={<ListChecks aria-hidden />}>{t("batch")}</Button>}
    >
      <div className="flex w-72 max-w-full flex-col gap-3 p-3">
        <p className="text-n11 text-sm">{t("batchHint")}</p>
        <Select
          label={t("batchAbove")}
          value={level}
          onChange={setLevel}
          options={levels.map((value) => ({
            value,
            label: t("batchPercent", { percent: Math.round(Number(value) * 100) }),
          }))}
        />
        <Button
          variant="primary"
          disabled={chosen.length === 0}
          onClick={() => {
            setIsOpen(false);
            onAccept(chosen);
          }}
        >
          {t("batchAccept", { count: chosen.length })}
        </Button>
      </div>
    </Popover>
  );
}
