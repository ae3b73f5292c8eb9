package io.konsens.agreement.staffing.persistence;

import io.konsens.agreement.staffing.SpanChange;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;

/** Holds the spans of agreements against the days people work. */
@Mapper
public interface SpanChangeMapper {

    List<SpanChange> changes(String periodId);
}
