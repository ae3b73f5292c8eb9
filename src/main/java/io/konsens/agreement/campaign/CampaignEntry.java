package io.konsens.agreement.campaign;

/**
 * Somebody an agreement is to be started for.
 *
 * @param startedBy the user who started the campaign
 */
public record CampaignEntry(String periodId, String repId, String startedBy) {}
