metadata description = 'What somebody on call has to hear of.'

@description('What the resources are called, before their own endings.')
param name string

@description('The Azure region.')
param location string

@description('Resource id of the site that is watched.')
param siteId string

@description('Resource id of the workspace that the site logs to.')
param workspaceId string

@description('Who is mailed. Empty: nobody.')
param mail string

// By the service's own metrics, as bot/telemetry/metrics.ts names them. Per five minutes, over all instances.
var rules = [
  {
    key: 'failed-sends'
    severity: 2
    description: 'Teams refused messages for good. `deliveries` in the channel says which, and why.'
    query: 'AppMetrics | where Name == "plumbline.sends" | where tostring(Properties.outcome) == "refused" | summarize value = sum(ItemCount)'
    operator: 'GreaterThanOrEqual'
    threshold: 20
  }
  {
    key: 'unknown-sends'
    severity: 2
    description: 'Messages ended without an answer: nobody knows whether they arrived. Is Teams in trouble?'
    query: 'AppMetrics | where Name == "plumbline.sends" | where tostring(Properties.outcome) == "unknown" | summarize value = sum(ItemCount)'
    operator: 'GreaterThanOrEqual'
    threshold: 3
  }
  {
    key: 'outbox-age'
    severity: 2
    description: 'A message has waited for a quarter of an hour. Does Teams ask for patience, or is storage slow?'
    query: 'AppMetrics | where Name == "plumbline.outbox.age" | summarize value = max(Max)'
    operator: 'GreaterThan'
    threshold: 900
  }
  {
    key: 'failed-turns'
    severity: 2
    description: 'People were told that something did not work. The log has the cause under their reference.'
    query: 'AppMetrics | where Name == "plumbline.turns" | where tostring(Properties.outcome) == "failed" | summarize value = sum(ItemCount)'
    operator: 'GreaterThanOrEqual'
    threshold: 3
  }
  {
    key: 'no-tick'
    severity: 1
    description: 'The clock has not looked for five minutes: nobody is asked, no recap is posted. Does an instance run?'
    query: 'AppMetrics | where Name == "plumbline.ticks" | summarize value = sum(ItemCount)'
    operator: 'LessThan'
    threshold: 1
  }
]

resource people 'Microsoft.Insights/actionGroups@2023-01-01' = if (!empty(mail)) {
  name: '${name}-on-call'
  location: 'global'
  properties: {
    groupShortName: take(name, 12)
    enabled: true
    emailReceivers: [
      {
        name: 'on call'
        emailAddress: mail
        useCommonAlertSchema: true
      }
    ]
  }
}

resource serverErrors 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: '${name}-server-errors'
  location: 'global'
  properties: {
    description: 'The service answers with 5xx: Teams shows people that the bot failed.'
    severity: 1
    enabled: true
    scopes: [siteId]
    evaluationFrequency: 'PT1M'
    windowSize: 'PT5M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          criterionType: 'StaticThresholdCriterion'
          name: 'server errors'
          metricName: 'Http5xx'
          operator: 'GreaterThan'
          threshold: 5
          timeAggregation: 'Total'
        }
      ]
    }
    actions: empty(mail) ? [] : [{ actionGroupId: people.id }]
  }
}

resource unhealthy 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: '${name}-unhealthy'
  location: 'global'
  properties: {
    description: 'Instances do not answer their health check: storage is out of reach, or they hang.'
    severity: 1
    enabled: true
    scopes: [siteId]
    evaluationFrequency: 'PT1M'
    windowSize: 'PT5M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          criterionType: 'StaticThresholdCriterion'
          name: 'health'
          metricName: 'HealthCheckStatus'
          operator: 'LessThan'
          threshold: 60
          timeAggregation: 'Average'
        }
      ]
    }
    actions: empty(mail) ? [] : [{ actionGroupId: people.id }]
  }
}

resource measured 'Microsoft.Insights/scheduledQueryRules@2023-03-15-preview' = [
  for rule in rules: {
    name: '${name}-${rule.key}'
    location: location
    properties: {
      description: rule.description
      severity: rule.severity
      enabled: true
      scopes: [workspaceId]
      evaluationFrequency: 'PT5M'
      windowSize: 'PT5M'
      criteria: {
        allOf: [
          {
            query: rule.query
            metricMeasureColumn: 'value'
            timeAggregation: 'Total'
            operator: rule.operator
            threshold: rule.threshold
            failingPeriods: {
              numberOfEvaluationPeriods: 1
              minFailingPeriodsToAlert: 1
            }
          }
        ]
      }
      actions: {
        actionGroups: empty(mail) ? [] : [people.id]
      }
    }
  }
]
