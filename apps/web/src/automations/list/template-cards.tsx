"use client";

import { Link } from "@besunny/web-kit/link";
import { CircleHelp, FilePlus, FileSignature, Receipt } from "lucide-react";
import { useTranslations } from "next-intl";

import { type TemplateName, templateNames } from "./templates";

const icons = { invoice: Receipt, contract: FileSignature, unsure: CircleHelp };

export function TemplateIcon({ name }: { name: TemplateName }) {
  const Icon = icons[name];
  return <Icon aria-hidden className="size-4 shrink-0" />;
}

/** The examples with what each of them does, and the way to begin with nothing. */
export function TemplateCards() {
  const t = useTranslations("automations");

  return (
    <ul aria-label={t("examples")} className="grid gap-3 sm:grid-cols-2">
      {templateNames.map((name) => (
        <li key={name}>
          <Card
            href={`/automations/new?from=${name}`}
            title={t(`template_${name}`)}
            icon={<TemplateIcon name={name} />}
          >
            {t(`template_${name}_hint`)}
          </Card>
        </li>
      ))}
      <li>
        <Card
          href="/automations/new"
          title={t("blank")}
          icon={<FilePlus aria-hidden className="size-4 shrink-0" />}
        >
          {t("blankHint")}
        </Card>
      </li>
    </ul>
  );
}

function Card({
  href,
  title,
  icon,
  children,
}: {
  href: string;
  title: string;
  icon: React.ReactNode;
  children: string;
}) {
  return (
    <Link
      href={href}
      className="flex h-full flex-col gap-1 rounded-lg border border-n6 bg-raised p-4 transition-colors hover:border-n8 hover:bg-n2"
    >
      <span className="flex items-center gap-2 font-medium">
        <span className="text-n11">{icon}</span>
        {title}
      </span>
      <span className="text-n11 text-sm">{children}</span>
    </Link>
  );
}
