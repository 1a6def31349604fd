/** Sends a folder of CSV files through ingest-service's imports, as any client would. */
package io.minigram.workbench.load;
