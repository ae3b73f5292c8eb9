package io.konsens.platform;

/** What a module asks of the models it reads, before they are deployed. */
public interface ModelCheck {

    /** @throws Refusal INVALID if the model cannot be used, saying where and why */
    void check(String fileName, byte[] model);
}
