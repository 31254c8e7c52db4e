package org.qipan;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Every address names the roles it is for, or stands in this list with what guards it instead: ASVS 8.2.1. */
class AccessTests {

    /** Pages whose rows are chosen by the person's own posts: what is not his is a 404, so a role on the page would add nothing. */
    private static final Map<String, String> GUARDED_OTHERWISE = new TreeMap<>(Map.ofEntries(
            Map.entry("HomeController", "shows the person's own work"),
            Map.entry("LargeTypeController", "sets a cookie of this browser"),
            Map.entry("SignInController", "the door itself"),
            Map.entry("OpenController", "public by law: what is issued is published"),
            Map.entry("VillageSheetController", "public by law: 村民委员会组织法 art. 30"),
            Map.entry("FilingController", "public: anybody may file a complaint; Limits"),
            Map.entry("OpenApiController", "public: the form of a call, nothing else"),
            Map.entry("ComingController", "public: on which days leaders receive; no personal data"),
            Map.entry("LeaveController", "public: the way out of the complaint form"),
            Map.entry("TrackController", "public: Receipts, code and PIN; Limits"),
            Map.entry("TrackActController", "Opened: the matter this session opened with its receipt"),
            Map.entry("TrackLetterController", "Opened: the matter this session opened with its receipt"),
            Map.entry("CheckController", "public: number and check code of a paper; Limits"),
            Map.entry("EnquiryController", "EnquirySight: who may see the matter; the letter: the post that is asked"),
            Map.entry("WithdrawalController", "EnquirySight, and the post that asked"),
            Map.entry("DirectoryController", "units and posts are known to all staff; no persons' data"),
            Map.entry("CalendarController", "the calendar is for all staff; its edits have their own rule"),
            Map.entry("DutyController", "the duty lists are published; their import has its own rule"),
            Map.entry("CampaignController", "CampaignAccess: the units that take part and those above"),
            Map.entry("CampaignActController", "CampaignAccess: the posts that lead the campaign"),
            Map.entry("BoardController", "CampaignAccess: a village sees its own row"),
            Map.entry("UnitController", "CampaignAccess: a village sees its own row, acts belong to the posts above"),
            Map.entry("PlanController", "CampaignAccess: the posts that draft the plan"),
            Map.entry("PlanActController", "CampaignAccess: the posts that draft the plan"),
            Map.entry("PlanReviewController", "CampaignAccess: the leader of the unit whose plan it is"),
            Map.entry("ChecklistController", "the posts of the unit whose checklist it is"),
            Map.entry("ListController", "lists are equalities on the person's posts"),
            Map.entry("FilterController", "a person's own filters and order, chosen by who asks"),
            Map.entry("BulkController", "rows of the person's own lists; urging is for those with units below"),
            Map.entry("TaskController", "Access: the posts of the item, or those above for reading"),
            Map.entry("TaskActController", "Access: the posts of the item"),
            Map.entry("AttachmentController", "Access: the posts of the item"),
            Map.entry("SentCopyController", "Access: whoever may see the item, and only what he sent himself"),
            Map.entry("RecallController", "Access: the posts of the item, and only who completed it"),
            Map.entry("RecusalController", "Access: whoever may see the item may leave it"),
            Map.entry(
                    "MatterRecusalController",
                    "CasePage.visible: whoever may open the matter may leave it; Colleagues: those he answers for"),
            Map.entry("SubstitutionController", "Substitutions: the person's own and those of people he answers for"),
            Map.entry("AwayController", "Substitutions: the person's own and those of people he answers for"),
            Map.entry("AccountController", "shows who is asking to himself"),
            Map.entry("TakeoverController", "Takeovers: what the person himself took over"),
            Map.entry("RecusalOrderController", "Colleagues: those the person answers for"),
            Map.entry("ErrandController", "Access: the posts of the item, and who does it for them"),
            Map.entry("ExtensionController", "Access: the posts of the item"),
            Map.entry("JointController", "Access: the posts of the item"),
            Map.entry("JournalController", "Access: the posts of the item"),
            Map.entry("PauseController", "Access: the posts of the item"),
            Map.entry("FollowController", "CasePage.visible: the cases the person may open"),
            Map.entry("SightController", "tells a person about his own posts only"),
            Map.entry("GridController", "Access: the posts of each item"),
            Map.entry("MyNoticesController", "a person's own settings, chosen by who asks"),
            Map.entry("CourseController", "Access: the posts of the item, or those above"),
            Map.entry("ChangesController", "says that something changed, not what")));

    @Test
    void everyAddressIsGuarded() {
        List<String> open = controllers()
                .filter(type -> !GUARDED_OTHERWISE.containsKey(type.getSimpleName()))
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()).filter(method -> open(type, method)))
                .map(method -> method.getDeclaringClass().getSimpleName() + "." + method.getName())
                .toList();
        assertThat(open).isEmpty();
    }

    @Test
    void theListNamesNoControllerThatIsGone() {
        assertThat(controllers().map(Class::getSimpleName)).containsAll(GUARDED_OTHERWISE.keySet());
    }

    @Test
    void theRulesOnControllersAreSwitchedOn() throws ClassNotFoundException {
        assertThat(Class.forName("org.qipan.web.SecurityConfiguration")).hasAnnotation(EnableMethodSecurity.class);
    }

    @Test
    void anAddressWithoutARuleIsFound() throws NoSuchMethodException {
        assertThat(open(Unguarded.class, Unguarded.class.getDeclaredMethod("page")))
                .isTrue();
    }

    private static boolean open(Class<?> type, Method method) {
        return AnnotatedElementUtils.hasAnnotation(method, RequestMapping.class)
                && !AnnotatedElementUtils.hasAnnotation(method, PreAuthorize.class)
                && !AnnotatedElementUtils.hasAnnotation(type, PreAuthorize.class);
    }

    private static Stream<? extends Class<?>> controllers() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Controller.class));
        return scanner.findCandidateComponents("org.qipan").stream()
                .filter(found -> !String.valueOf(found.getResourceDescription()).contains("test-classes"))
                .map(found -> {
                    try {
                        return Class.forName(found.getBeanClassName());
                    } catch (ClassNotFoundException e) {
                        throw new IllegalStateException(e);
                    }
                });
    }

    static class Unguarded {
        @RequestMapping("/x")
        void page() {}
    }
}
