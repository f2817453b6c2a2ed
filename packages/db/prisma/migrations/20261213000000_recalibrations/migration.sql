-- A model whose confidences were fitted again to newer labels. Its weights are those of another run.
ALTER TABLE "training_runs" DROP CONSTRAINT "training_runs_kind",
ADD CONSTRAINT "training_runs_kind" CHECK ("kind" IN ('head', 'hosted', 'export', 'calibration'));
