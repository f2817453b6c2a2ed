"use client";

import type { SourceKind } from "@besunny/api/browser/vocabulary";
import { Button } from "@besunny/ui/buttons/button";
import { Link } from "@besunny/web-kit/link";
import { useTranslations } from "next-intl";

import { KindIcon } from "../kind-icon";
import type { ProviderChoice } from "../source";
import { useConnecting, type Whose } from "./use-connecting";
import { useFittingAccounts } from "./use-fitting-accounts";

/** One kind of source: what will be read, and the ways to connect it that work here. */
export function KindRow({
  kind,
  choice,
  whose,
}: {
  kind: SourceKind;
  choice: ProviderChoice;
  whose: Whose;
}) {
  const t = useTranslations("addSource");
  const ts = useTranslations("sources");
  const connecting = useConnecting();
  const name = ts(`kind_${kind}`);
  const { isSetUp, hasPractice, by } = choice;
  const accounts = useFittingAccounts(kind, choice);

  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 border-n5 border-b py-3">
      <KindIcon kind={kind} className="size-5" />
      <div className="min-w-48 flex-1">
        <p className="font-medium">{name}</p>
        <p className="text-n11 text-sm">{t(`reads_${kind}`)}</p>
      </div>
      <div className="flex flex-wrap gap-2">
        {accounts.map(({ id, address }) => (
          <Button key={id} asChild className="min-w-0 max-w-full">
            <Link href={`/sources/add?kind=${kind}&connection=${id}`}>
              <span className="truncate">{t("useAccount", { address })}</span>
            </Link>
          </Button>
        ))}
        {isSetUp && by === "password" && (
          <Button asChild>
            <Link
              href={`/sources/add?kind=${kind}&whose=${whose}`}
              aria-label={t("connectKindOf", { kind: name })}
            >
              {t("connectKind")}
            </Link>
          </Button>
        )}
        {isSetUp && by === "consent" && (
          <Button
            aria-label={t("connectKindOf", { kind: name })}
            loading={connecting.isGoing}
            onClick={() => connecting.connect(kind, { whose, isPractice: false })}
          >
            {t("connectKind")}
          </Button>
        )}
        {hasPractice && by === "consent" && (
          <Button
            variant={isSetUp ? "ghost" : "secondary"}
            aria-label={t("practiceKindOf", { kind: name })}
            loading={connecting.isGoing}
            onClick={() => connecting.connect(kind, { whose, isPractice: true })}
          >
            {t("practiceKind")}
          </Button>
        )}
      </div>
    </li>
  );
}
