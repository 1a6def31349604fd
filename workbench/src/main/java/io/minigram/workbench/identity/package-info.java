/** Who may use a local run: its keys, and tokens signed with them. */
package io.minigram.workbench.identity;
