package io.callsheet.lane;

/**
 * The item of a lane's step. Batch writes its own tables after each one, so it stands for about a
 * second of the lane's work and not for a row.
 *
 * @param rows recorded since the last one; none when the lane is only to look whether it should
 *     stop
 */
record Turn(int rows) {}
