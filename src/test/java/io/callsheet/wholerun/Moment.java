package io.callsheet.wholerun;

/** An instant of a run as the servers around it see it; a good one to kill the run at. */
enum Moment {
  BALANCE_ASKED,
  OBJECT_RECEIVED,
  OBJECT_STORED,
  SUBMIT_RECEIVED,
  SUBMIT_ACCEPTED,
  SUBMIT_ANSWERED,
  STATUS_ASKED,
  FINISHED_TOLD,
  DOWNLOAD_BEGUN,
  DOWNLOAD_HALFWAY,
  DOWNLOAD_ENDED
}
