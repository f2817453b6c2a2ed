"use client";

import type { Outputs } from "@besunny/api/browser/outputs";
import { Button } from "@besunny/ui/buttons/button";
import { Progress } from "@besunny/ui/feedback/progress";
import { Loaded } from "@besunny/web-kit/page/loaded";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useQuery } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";

import { Panel } from "../panel";
import { AskForMore } from "./ask-for-more";
import { type Meter, useAmount } from "./use-amount";

type State = Outputs["usage"]["stand"]["meters"][number];

/** The use of each meter, and its forecast. */
export function Meters() {
  const t = useTranslations("usage");
  const trpc = useTRPC();
  const stand = useQuery(trpc.usage.stand.queryOptions({}));
  const [asking, setAsking] = useState<Meter | null>(null);

  return (
    <Panel title={t("used")} hint={t("usedHint")}>
      <Loaded query={stand} label={t("loading")}>
        {({ meters }) => (
          <>
            {meters.every(({ outlook }) => outlook === null) && (
              <p className="mb-4 text-n11 text-sm">{t("noOutlook")}</p>
            )}
            <ul className="flex flex-col gap-5">
              {meters.map((state) => (
                <MeterLine key={state.meter} state={state} onAsk={() => setAsking(state.meter)} />
              ))}
            </ul>
          </>
        )}
      </Loaded>
      {asking && <AskForMore meter={asking} onClose={() => setAsking(null)} />}
    </Panel>
  );
}

function MeterLine({ state, onAsk }: { state: State; onAsk: () => void }) {
  const t = useTranslations("usage");
  const amount = useAmount();
  const { meter, used, reserved, soft, hard, isLevel } = state;
  const limit = hard ?? soft;
  const name = t(`meter_${meter}`);
  const share = limit === null ? null : limit === 0 ? 1 : Math.min(1, used / limit);

  return (
    <li>
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <span className="font-medium">{name}</span>
        <span className="text-n11 text-sm tabular-nums">
          {limit === null
            ? amount(meter, used)
            : t("usedOf", { used: amount(meter, used), limit: amount(meter, limit) })}
          {!isLevel && ` ${t("thisMonth")}`}
          {reserved > 0 && ` · ${t("reserved", { amount: amount(meter, reserved) })}`}
        </span>
      </div>
      {share !== null && <Progress value={share} label={name} className="mt-1.5" />}
      <div className="mt-1 flex flex-wrap items-center justify-between gap-x-4 text-sm">
        <Expected state={state} />
        {hard !== null && (
          <Button size="sm" variant="ghost" onClick={onAsk} aria-label={t("askOf", { name })}>
            {t("ask")}
          </Button>
        )}
      </div>
      {share !== null && share >= 1 && hard !== null && (
        <p className="text-attention text-sm">{t("full")}</p>
      )}
    </li>
  );
}

function Expected({ state: { meter, outlook, used, hard } }: { state: State }) {
  const t = useTranslations("usage");
  const format = useFormatter();
  const amount = useAmount();
  if (!outlook) return <span />;
  const { atEnd, runsOut } = outlook;
  const day = (at: Date) => format.dateTime(at, { dateStyle: "medium" });
  const isFull = hard !== null && used >= hard;
  return (
    <span className="text-n11">
      {atEnd &&
        t("atEnd", {
          likely: amount(meter, atEnd.likely),
          low: amount(meter, atEnd.low),
          high: amount(meter, atEnd.high),
        })}
      {!isFull && runsOut.likely && ` ${t("runsOut", { day: day(runsOut.likely) })}`}
      {!isFull &&
        !runsOut.likely &&
        runsOut.earliest &&
        ` ${t("mayRunOut", { day: day(runsOut.earliest) })}`}
    </span>
  );
}
