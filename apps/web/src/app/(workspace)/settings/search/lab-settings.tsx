"use client";

import { SegmentedControl } from "@besunny/ui/fields/segmented-control";
import { useTranslations } from "next-intl";

const legs = ["both", "meaning", "words"] as const;

export type LabSettings = { meaning: number; legs: (typeof legs)[number]; floor: number };

/** The settings to try: the legs, the part of meaning, and the least score. */
export function LabSettingsFields({
  settings,
  onChange,
}: {
  settings: LabSettings;
  onChange: (settings: LabSettings) => void;
}) {
  const t = useTranslations("searchQuality");
  const slider = (name: "meaning" | "floor", label: string) => (
    <label className="flex flex-col gap-1 text-sm">
      {label}
      <input
        type="range"
        className="accent-accent"
        min={0}
        max={1}
        step={0.05}
        value={settings[name]}
        disabled={name === "meaning" && settings.legs !== "both"}
        onChange={(event) => onChange({ ...settings, [name]: event.target.valueAsNumber })}
      />
    </label>
  );

  return (
    <div className="grid gap-3 sm:grid-cols-3">
      <div className="flex flex-col gap-1 text-sm">
        {t("legs")}
        <SegmentedControl
          label={t("legs")}
          value={settings.legs}
          options={legs.map((value) => ({ value, label: t(`legs_${value}`) }))}
          onChange={(next) =>
            onChange({ ...settings, legs: legs.find((known) => known === next) ?? "both" })
          }
        />
      </div>
      {slider("meaning", t("meaning", { percent: settings.meaning }))}
      {slider("floor", t("floor", { floor: settings.floor }))}
    </div>
  );
}
