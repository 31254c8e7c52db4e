package org.qipan.web;

/**
 * What stands at the foot of every page, public pages and pages about faults included. What is empty is not printed.
 *
 * @param owner 主办单位
 * @param contact how anybody reaches the owner
 * @param filing number under which the site is filed (备案号)
 * @param version of the build that runs
 * @param demo whether what is shown is made up
 */
record Foot(String owner, String contact, String filing, String version, boolean demo) {

    /** Where the number can be looked up: 非经营性互联网信息服务备案管理办法 art. 13 asks for the link below it. */
    public String filingUrl() {
        return "https://beian.miit.gov.cn/";
    }
}
