"use client";

import { Chart } from "@besunny/ui/charts/chart";
import { useRouter } from "next/navigation";
import { useFormatter, useTranslations } from "next-intl";
import type { ComponentProps } from "react";

type Props = Omit<ComponentProps<typeof Chart>, "words" | "onOpen" | "numberText"> & {
  numberText?: (value: number) => string;
};

/** A chart with the words of the admin app, whose bars lead to its pages. */
export function FiguresChart({ numberText, ...rest }: Props) {
  const t = useTranslations("charts");
  const format = useFormatter();
  const router = useRouter();
  const { title } = rest;

  return (
    <Chart
      {...rest}
      numberText={numberText ?? ((value) => format.number(value))}
      words={{
        view: t("view", { title }),
        chart: t("chart"),
        table: t("table"),
        export: t("export", { title }),
        nothing: t("nothing"),
      }}
      onOpen={(href) => router.push(href)}
    />
  );
}
