package org.cresset.page.view;

/** What a page is about; the model's {@code doc}. */
public sealed interface View
    permits AdvisoryView,
        ComplianceView,
        AuditView,
        CallersView,
        DeskView,
        GlossaryView,
        HomeView,
        KeysView,
        ListView,
        MemberView,
        MessageView,
        MovedView,
        NoticeView,
        ObservableListView,
        ObservableView,
        PageBodyView,
        PolicyListView,
        PolicyView,
        ReportView,
        SectionView,
        StatisticsView,
        TermView,
        TrainingListView,
        TrainingView,
        VerifyView {}
