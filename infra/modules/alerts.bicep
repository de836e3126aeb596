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

// The log's own words, as the service writes them.
var inLog = [
  {
    key: 'unknown-sends'
    description: 'Messages ended without an answer: nobody knows whether they arrived. The lead sees which.'
    words: 'A send ended without an answer'
    threshold: 3
  }
  {
    key: 'outbox-stuck'
    description: 'A project\'s outbox could not be emptied. Is storage reachable?'
    words: 'The outbox could not be'
    threshold: 2
  }
  {
    key: 'clock-stuck'
    description: 'The clock could not look at what is due. Is storage reachable?'
    words: 'The agenda could not be looked at'
    threshold: 5
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

resource logged 'Microsoft.Insights/scheduledQueryRules@2023-03-15-preview' = [
  for rule in inLog: {
    name: '${name}-${rule.key}'
    location: location
    properties: {
      description: rule.description
      severity: 2
      enabled: true
      scopes: [workspaceId]
      evaluationFrequency: 'PT5M'
      windowSize: 'PT15M'
      criteria: {
        allOf: [
          {
            query: 'AppServiceConsoleLogs | where _ResourceId =~ "${siteId}" | where ResultDescription has "${rule.words}"'
            timeAggregation: 'Count'
            operator: 'GreaterThanOrEqual'
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
