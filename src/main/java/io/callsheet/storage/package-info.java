/** The edge to S3: keeps reference files where the service can fetch them. */
@NullMarked
package io.callsheet.storage;

import org.jspecify.annotations.NullMarked;
