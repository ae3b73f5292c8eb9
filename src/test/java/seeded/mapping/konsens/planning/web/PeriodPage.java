package seeded.mapping.konsens.planning.web;

import org.apache.ibatis.session.SqlSession;

class PeriodPage {
    SqlSession session;
}
