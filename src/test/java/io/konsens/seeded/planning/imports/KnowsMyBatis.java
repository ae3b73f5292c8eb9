package io.konsens.seeded.planning.imports;

import io.konsens.seeded.agreement.application.KnowsTheWeb;
import org.apache.ibatis.session.SqlSession;

public class KnowsMyBatis {

    SqlSession session;
    KnowsTheWeb circle;
}
