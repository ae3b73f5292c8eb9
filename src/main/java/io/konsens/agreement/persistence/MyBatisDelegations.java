package io.konsens.agreement.persistence;

import io.konsens.agreement.application.Delegation;
import io.konsens.agreement.application.Delegations;
import io.konsens.agreement.application.Step;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

/** Keeps delegations in PostgreSQL. */
@Mapper
interface MyBatisDelegations extends Delegations {

    @Override
    List<Delegation> with(@Param("agreementId") String agreementId, @Param("delegateId") String delegateId);

    @Override
    List<Delegation> of(String agreementId);

    @Override
    void add(Delegation delegation);

    @Override
    void remove(@Param("agreementId") String agreementId, @Param("step") Step step);
}
