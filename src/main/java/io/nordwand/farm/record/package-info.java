/**
 * What is kept of builds and print jobs beyond what is going on now, and the ports through which it is read: whole
 * records with costs and people, page by page. Apart from the heart, since only a few modules need so much.
 */
@NamedInterface("record")
@NullMarked
package io.nordwand.farm.record;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
