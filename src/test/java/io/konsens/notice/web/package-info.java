@NullMarked
package io.konsens.notice.web;

import org.jspecify.annotations.NullMarked;
