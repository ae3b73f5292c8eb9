package io.konsens.agreement.persistence;

import io.konsens.agreement.application.KeptProrations;
import io.konsens.agreement.domain.Proration;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Keeps prorations in PostgreSQL. */
@Mapper
interface MyBatisProrations extends KeptProrations {

    @Override
    @Nullable
    Proration of(String agreementId);

    @Override
    void add(@Param("agreementId") String agreementId, @Param("proration") Proration proration);
}
