package io.konsens.handover;

/** Who is told about agreed targets. */
public enum TargetSystem {
    /** Target-achievement dashboards. */
    CRM,
    /** Variable pay. */
    ERP
}
