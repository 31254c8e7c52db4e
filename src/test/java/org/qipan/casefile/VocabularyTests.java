package org.qipan.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VocabularyTests {

    private final Vocabulary vocabulary = new Vocabulary();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "双查",
                "双 查",
                "双　查",
                "双\u200b查",
                "双\ufeff\u2060查",
                "双-查",
                "双、查任务",
                "雙查",
                "雙査",
                "6月【双】【查】",
                "落实四術",
                "社会撫養費征收",
                "上\u00ad环情况",
                "清 查 出租屋",
                "清査阶段",
                "人员打卡",
                "村级排名",
                "重点-人员台账",
                "一 票 否 决",
                "流动人口婚育証明查验"
            })
    void refusesForbiddenNamesHoweverTheyAreWritten(String name) {
        assertThat(vocabulary.check(name)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "检查环境卫生",
                "检查环保设施",
                "检查孕产妇建册指引",
                "安排名单",
                "以上环节已完成",
                "吸引产业工人",
                "超生产能力",
                "居住面积分布",
                "孕前优生检查",
                "生育登记指引",
                "居住证咨询代办",
                "走访服务阶段",
                "环境检查"
            })
    void leavesHarmlessNamesAlone(String name) {
        assertThat(vocabulary.check(name)).isEmpty();
    }

    @Test
    void offersTheTextWithoutTheWords() {
        var finding = vocabulary.hint("沙仔路 3 号，租户怀 孕，已介绍社区医院").orElseThrow();

        assertThat(finding.words()).containsExactly("怀孕");
        assertThat(finding.cleaned()).isEqualTo("沙仔路 3 号，租户，已介绍社区医院");
        assertThat(vocabulary.hint(finding.cleaned())).isEmpty();
    }

    @Test
    void takesIdentityNumbersOutOfFreeText() {
        var finding = vocabulary.hint("来访人 １１０１０５19491231 002x 咨询居住证").orElseThrow();

        assertThat(finding.cleaned()).isEqualTo("来访人  咨询居住证");
        assertThat(finding.reason()).isEqualTo("vocabulary.private");
    }

    @Test
    void letsFreeTextSpeakOfOrdinaryWork() {
        assertThat(vocabulary.hint("电话 0760-85166000，发资料 40 份，排查路灯 2 处")).isEmpty();
        assertThat(vocabulary.hint("")).isEmpty();
        assertThat(vocabulary.check(null)).isEmpty();
    }

    @Test
    void namesTheReasonByItsLevel() {
        assertThat(vocabulary.check("双查").orElseThrow().reason()).isEqualTo("vocabulary.enforcement");
        assertThat(vocabulary.check("排名").orElseThrow().reason()).isEqualTo("vocabulary.pressure");
    }
}
