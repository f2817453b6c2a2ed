import { EmptyState } from "@besunny/ui/feedback/empty-state";
import { Link } from "@besunny/web-kit/link";
import { FileQuestion } from "lucide-react";
import { getTranslations } from "next-intl/server";

export default async function NotFound() {
  const t = await getTranslations("problem");

  return (
    <main>
      <EmptyState
        icon={<FileQuestion aria-hidden />}
        title={t("noPage")}
        actions={
          <Link href="/" className="text-accent-strong underline underline-offset-2">
            {t("home")}
          </Link>
        }
      >
        {t("noPageHint")}
      </EmptyState>
    </main>
  );
}
