package io.konsens.agreement.late;

import io.konsens.agreement.domain.LateLevel;
import java.time.LocalDate;

/** @param line the first day on which it is too late */
public record LateMark(String agreementId, LateLevel level, LocalDate line) {}
