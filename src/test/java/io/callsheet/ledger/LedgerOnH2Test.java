package io.callsheet.ledger;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LedgerOnH2Test {

  private OpenLedger ledger;

  @BeforeAll
  void open(@TempDir Path folder) throws LedgerUnavailable {
    ledger = OpenLedger.at(new LedgerAddress.File(folder));
  }

  @AfterAll
  void close() {
    ledger.close();
  }

  @Nested
  class Runs extends RunBookContract {
    @Override
    OpenLedger open() {
      return ledger;
    }
  }

  @Nested
  class Audits extends AuditContract {
    @Override
    OpenLedger open() {
      return ledger;
    }
  }

  @Nested
  class Imports extends ImportBookContract {
    @Override
    OpenLedger open() {
      return ledger;
    }
  }

  @Nested
  class Plans extends PlanBookContract {
    @Override
    OpenLedger open() {
      return ledger;
    }
  }

  @Nested
  class Histories extends HistoryBookContract {
    @Override
    OpenLedger open() {
      return ledger;
    }
  }

  @Nested
  class Uploads extends UploadBookContract {
    @Override
    OpenLedger open() {
      return ledger;
    }
  }

  @Nested
  class Submits extends SubmitBookContract {
    @Override
    OpenLedger open() {
      return ledger;
    }
  }

  @Nested
  class Fence extends FenceContract {
    @Override
    OpenLedger open() {
      return ledger;
    }
  }

  @Nested
  class Polls extends PollBookContract {
    @Override
    OpenLedger open() {
      return ledger;
    }
  }

  @Nested
  class Collects extends CollectBookContract {
    @Override
    OpenLedger open() {
      return ledger;
    }
  }

  @Nested
  class Doubts extends DoubtBookContract {
    @Override
    OpenLedger open() {
      return ledger;
    }
  }

  @Nested
  class Quarantines extends QuarantineBookContract {
    @Override
    OpenLedger open() {
      return ledger;
    }
  }

  @Nested
  class Redrives extends RedriveBookContract {
    @Override
    OpenLedger open() {
      return ledger;
    }
  }

  @Nested
  class Reuses extends ReuseContract {
    @Override
    OpenLedger open() {
      return ledger;
    }
  }

  @Nested
  class Statements extends StatementBookContract {
    @Override
    OpenLedger open() {
      return ledger;
    }
  }

  @Nested
  class Owners extends OwnerBookContract {
    @Override
    OpenLedger open() {
      return ledger;
    }
  }

  @Nested
  class Rates extends RateBookContract {
    @Override
    OpenLedger open() {
      return ledger;
    }
  }

  @Nested
  class Times extends RenderTimesContract {
    @Override
    OpenLedger open() {
      return ledger;
    }
  }

  @Nested
  class Costs extends CostContract {
    @Override
    OpenLedger open() {
      return ledger;
    }
  }

  @Nested
  class AnyOrder extends RandomWalkContract {
    @Override
    OpenLedger open() {
      return ledger;
    }
  }
}
