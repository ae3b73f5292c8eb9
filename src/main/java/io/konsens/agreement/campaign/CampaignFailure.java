package io.konsens.agreement.campaign;

/**
 * An agreement that could not be started. Starting the campaign again tries it again.
 *
 * @param error the cause as the program says it, for those who look after the models
 */
public record CampaignFailure(String repId, String repName, String error) {}
