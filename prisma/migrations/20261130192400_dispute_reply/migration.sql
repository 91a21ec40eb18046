-- What the teacher wrote when he asked the school again after its dispute.
ALTER TABLE "EmployerConfirmation" ADD COLUMN "reply" TEXT;
