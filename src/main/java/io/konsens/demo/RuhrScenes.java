package io.konsens.demo;

/** Nina's twelve people in the Ruhr: a team as large as they come, with something to do for her in every step. */
final class RuhrScenes {

    private final Script script;

    RuhrScenes(Script script) {
        this.script = script;
    }

    void write() {
        planning();
        waitingForReview();
        talking();
        done();
    }

    private void planning() {
        Negotiation mara = script.negotiation("mara");
        script.at(5, 9, 10, () -> mara.plan(40));

        Negotiation nils = script.negotiation("nils");
        script.at(2, 10, 40, () -> nils.plan(80));
    }

    private void waitingForReview() {
        Negotiation olga = script.negotiation("olga");
        script.at(5, 14, 5, olga::planAndSubmit);

        Negotiation paul = script.negotiation("paul");
        script.at(4, 16, 10, paul::planAndSubmit);

        Negotiation rosa = script.negotiation("rosa");
        script.at(3, 8, 25, rosa::planAndSubmit);

        Negotiation yusuf = script.negotiation("yusuf");
        script.at(1, 15, 50, yusuf::planAndSubmit);
    }

    private void talking() {
        Negotiation stefan = script.negotiation("stefan");
        script.at(8, 9, 35, stefan::planAndSubmit);
        script.at(3, 11, 0, () -> stefan.review(2, "23.00"));

        Negotiation tina = script.negotiation("tina");
        script.at(8, 13, 15, tina::planAndSubmit);
        script.at(6, 10, 5, () -> tina.review(3, "23.00"));
        script.at(4, 9, 50, () -> tina.answer(2));

        Negotiation ulrich = script.negotiation("ulrich");
        script.at(8, 16, 35, ulrich::planAndSubmit);
        script.at(7, 8, 40, () -> ulrich.review(3, "22.50"));
        script.at(6, 15, 20, () -> ulrich.answer(2));
        script.at(5, 13, 45, () -> ulrich.reviewAgain(1));
        script.at(3, 16, 30, () -> ulrich.answer(1));
    }

    private void done() {
        Negotiation vera = script.negotiation("vera");
        script.at(8, 10, 15, vera::planAndSubmit);
        script.at(6, 14, 55, () -> vera.review(1, "24.00"));
        script.at(2, 8, 30, () -> vera.answer(0));

        Negotiation wanda = script.negotiation("wanda");
        script.at(8, 11, 40, wanda::planAndSubmit);
        script.at(7, 9, 0, () -> wanda.review(2, "24.00"));
        script.at(6, 12, 10, () -> wanda.answer(0));
        script.at(4, 8, 20, wanda::repConfirms);
        script.at(2, 8, 45, wanda::managerConfirms);
    }
}
