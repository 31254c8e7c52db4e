/* Builds the role cards of the demo. Without this file the page is the ordinary sign-in form. */
(function () {
  'use strict';

  var PASSWORD = 'Minzhong-2018-demo';
  var CARDS = [
    ['village-worker.442000007201', '村（社区）工作人员', '新伦村', 'Village worker', 'Xinlun Village'],
    ['village-head.442000007201', '村（社区）主要负责人', '新伦村', 'Village head', 'Xinlun Village'],
    ['township-officer.442000007000', '镇街经办人员', '民众街道', 'Township officer', 'Minzhong Sub-district'],
    ['township-leader.442000007000', '镇街分管领导', '民众街道', 'Township leader', 'Minzhong Sub-district'],
    ['service-provider.442000007000-09', '服务机构人员', '社区卫生服务中心', 'Service provider', 'Community health centre'],
    ['department-officer.442000007000-03', '部门经办人员', '新市民服务办公室', 'Department officer', 'New residents’ office'],
    ['complaint-officer.442000007000', '信访专员', '民众街道', 'Complaint officer', 'Minzhong Sub-district'],
    ['complaint-officer.442000000000', '信访专员', '中山市', 'Complaint officer', 'Zhongshan City'],
    ['city-officer.442000000000', '市级经办人员', '中山市', 'City officer', 'Zhongshan City'],
    ['city-leader.442000000000', '市级分管领导', '中山市', 'City leader', 'Zhongshan City'],
    ['complaint-officer.440000000000', '信访专员', '广东省', 'Complaint officer', 'Guangdong Province'],
    ['province-officer.440000000000', '省级经办人员', '广东省', 'Province officer', 'Guangdong Province'],
    ['province-leader.440000000000', '省级分管领导', '广东省', 'Province leader', 'Guangdong Province'],
    ['evaluator.442000007000', '评估人员', '民众街道', 'Evaluator', 'Minzhong Sub-district'],
    ['liaison.350212105000', '区域协作联络员', '莲花镇（同安区）', 'Liaison', 'Lianhua Town, Tong’an'],
    ['system-admin.442000000000', '系统管理员', '中山市', 'System administrator', 'Zhongshan City'],
    ['audit-admin.442000000000', '审计管理员', '中山市', 'Audit administrator', 'Zhongshan City']
  ];

  function text(tag, value) {
    var element = document.createElement(tag);
    element.textContent = value;
    return element;
  }

  function build() {
    var form = document.getElementById('kc-form-login');
    var name = document.getElementById('username');
    var password = document.getElementById('password');
    if (!form || !name || !password || name.readOnly) {
      return;
    }
    var english = (document.documentElement.lang || '').indexOf('en') === 0;
    var section = document.createElement('section');
    section.className = 'role-cards';
    section.appendChild(text('h2', english ? 'Demo: choose a post' : '演示：请选择岗位'));
    var list = document.createElement('ul');
    CARDS.forEach(function (card) {
      var button = document.createElement('button');
      button.type = 'button';
      button.setAttribute('aria-pressed', 'false');
      button.dataset.username = card[0];
      button.appendChild(text('strong', english ? card[3] : card[1]));
      button.appendChild(text('span', english ? card[4] : card[2]));
      button.addEventListener('click', function () {
        list.querySelectorAll('button').forEach(function (other) {
          other.setAttribute('aria-pressed', String(other === button));
        });
        name.value = card[0];
        password.value = PASSWORD;
        document.getElementById('kc-login').focus();
      });
      var item = document.createElement('li');
      item.appendChild(button);
      list.appendChild(item);
    });
    section.appendChild(list);
    section.appendChild(text('p', english
      ? 'A card fills in the form below; then press Sign in.'
      : '点选后用户名和密码会自动填好，再按“登录”。'));
    form.parentNode.insertBefore(section, form);
  }

  document.addEventListener('DOMContentLoaded', build);
}());
